package io.clientele.command.home;

/**
 * What the user is told in one sentence, with the exit code that goes with it. The cause, if any, goes to the log file
 * only.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exit codes of {@code ./clientele}; 2 is picocli's for a wrong command line. */
    public enum Kind {
        FAILED(1),
        USAGE(2),
        NOT_RUNNING(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final String sentence;

    public CommandFailure(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
        this.sentence = sentence;
    }

    public CommandFailure(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    public Kind kind() {
        return kind;
    }

    public String sentence() {
        return sentence;
    }

    public static CommandFailure failed(String sentence) {
        return new CommandFailure(Kind.FAILED, sentence);
    }

    public static CommandFailure failed(String sentence, Throwable cause) {
        return new CommandFailure(Kind.FAILED, sentence, cause);
    }

    public static CommandFailure usage(String sentence) {
        return new CommandFailure(Kind.USAGE, sentence);
    }

    public static CommandFailure notRunning() {
        return new CommandFailure(Kind.NOT_RUNNING, "nothing runs; start it with './clientele up'");
    }
}
