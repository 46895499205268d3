// JShell exits with 0 whatever a script did, so its output is what counts.
def output = new File(basedir, 'target/jshell.txt').getText('UTF-8')
assert output.contains('35 compared, no differences') : "JShell printed:\n$output"
