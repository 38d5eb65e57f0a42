package io.clientele.command;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.stack.StackLog;
import io.clientele.localstack.LocalStackException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The edge of every command: the user reads one sentence, the log file keeps the rest. */
final class FailureHandler implements IExecutionExceptionHandler {
    private final Invocation invocation;

    FailureHandler(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        return switch (failure) {
            case CommandFailure told -> {
                if (told.getCause() != null) {
                    keep(command, told);
                }
                say(told.sentence());
                yield told.kind().exitCode();
            }
            case LocalStackException told -> {
                keep(command, told);
                say(String.valueOf(told.getMessage()));
                yield CommandFailure.Kind.FAILED.exitCode();
            }
            default -> {
                keep(command, failure);
                say(failure.getMessage() + " (" + failure.getClass().getSimpleName() + "; see "
                        + invocation.home().log("command") + ")");
                yield CommandFailure.Kind.FAILED.exitCode();
            }
        };
    }

    private void say(String sentence) {
        invocation.err().println("clientele: " + sentence);
        invocation.err().flush();
    }

    private void keep(CommandLine command, Exception failure) {
        new StackLog(invocation.err(), invocation.home()).keep(command.getCommandName(), failure);
    }
}
