package io.github.medrank.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Both checkers of certificates, the library's and the program that needs only a JDK, and ways to spoil one. */
public final class CertificateChecks {
    public static final Path PROGRAM = Path.of("src/it/certificate/src/main/java/consumer/CheckCertificate.java");
    private static final UnaryOperator<String> CHECK = compiled();

    private CertificateChecks() {}

    /** The program, compiled into memory, so that nothing is left on the disk. */
    private static UnaryOperator<String> compiled() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaFileManager memory = new ForwardingJavaFileManager<>(files) {
                @Override
                public JavaFileObject getJavaFileForOutput(
                        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                    return new SimpleJavaFileObject(URI.create("memory:/" + name), kind) {
                        @Override
                        public OutputStream openOutputStream() {
                            return classes.computeIfAbsent(name, each -> new ByteArrayOutputStream());
                        }
                    };
                }
            };
            assertThat(compiler.getTask(null, memory, null, null, null, files.getJavaFileObjects(PROGRAM))
                            .call())
                    .isTrue();
            var check = loader(classes).loadClass("consumer.CheckCertificate").getMethod("check", String.class);
            return json -> {
                try {
                    return (String) check.invoke(null, json);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader loader(Map<String, ByteArrayOutputStream> classes) {
        return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream found = classes.get(name);
                if (found == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = found.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** What the program says to a text: "yes", or "no" and why. */
    public static String program(String json) {
        return CHECK.apply(json);
    }

    public static void requireTrue(Certificate certificate, String of) {
        assertThat(certificate.objection()).as("%s: %s", of, certificate).isEmpty();
        assertThat(program(Json.write(certificate)))
                .as("%s: %s", of, certificate)
                .isEqualTo("yes");
        assertThat(Certificate.of(certificate.document())).isEqualTo(certificate);
    }

    /** Spoils a certificate in some of the ways that surely leave no proof; returns in how many. */
    public static int requireSpoiledOnesFail(Certificate certificate, SplittableRandom random, int most) {
        List<Map<String, Object>> spoiled = new Spoiling(certificate, random).some(most);
        for (Map<String, Object> each : spoiled) {
            String text = certificate.document() + " became " + each;
            Certificate wrong = Certificate.of(each);
            assertThat(wrong.verify()).as(text).isFalse();
            assertThat(program(Json.write(wrong))).as(text).startsWith("no");
        }
        return spoiled.size();
    }

    /** Changes any text or number at all: the proof may survive it, and both checkers must say the same. */
    public static void requireAgreement(Certificate certificate, SplittableRandom random) {
        Map<String, Object> changed = new HashMap<>(certificate.document());
        Object copy = Spoiling.changedSomewhere(Spoiling.copy(changed), random);
        Certificate other;
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> document = (Map<String, Object>) copy;
            other = Certificate.of(document);
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(program(Json.write(other)).equals("yes"))
                .as("%s: %s, and the program %s", other.document(), other.objection(), program(Json.write(other)))
                .isEqualTo(other.verify());
    }
}
