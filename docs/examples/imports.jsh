// Imports every package of the library. Start JShell with this file, or type: /open docs/examples/imports.jsh
import io.github.medrank.*;
import io.github.medrank.audit.*;
import io.github.medrank.certificate.*;
import io.github.medrank.choice.*;
import io.github.medrank.comparison.*;
import io.github.medrank.evidence.*;
import io.github.medrank.insight.*;
import io.github.medrank.normalization.*;
import io.github.medrank.picture.*;
import io.github.medrank.published.*;
import io.github.medrank.ranking.*;
import io.github.medrank.robustness.*;
import io.github.medrank.sensitivity.*;
import io.github.medrank.text.*;
import io.github.medrank.weighting.*;
import io.github.medrank.weightspace.*;
