package io.clientele.localstack;

import org.jspecify.annotations.Nullable;

/** A server could not be started, stopped or prepared. The message is one sentence for the person at the terminal. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; the names are stable. */
    public enum Code {
        /** Not Linux on x86-64. */
        UNSUPPORTED_PLATFORM,
        /** The server's files are not where the build puts them. */
        NOT_ASSEMBLED,
        /** Another live process owns the data folder. */
        DATA_FOLDER_IN_USE,
        /** The wished port is taken. */
        PORT_IN_USE,
        /** The server's process ended, or did not answer in time. */
        START_FAILED,
        /** A file could not be read or written. */
        FILE_FAILED,
        /** A database could not be created. */
        DATABASE_FAILED,
        /** The calling thread was interrupted while it waited for a server. */
        INTERRUPTED
    }

    private final Code code;
    private final String message;

    LocalStackException(Code code, String message) {
        this(code, message, null);
    }

    LocalStackException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public Code code() {
        return code;
    }
}
