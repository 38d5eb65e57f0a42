package io.clientele.command;

import io.clientele.command.access.Role;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

@Command(
        name = "clientele",
        mixinStandardHelpOptions = true,
        versionProvider = PackagedVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        description = "Open customer insight for e-commerce: one command for everything.",
        footer = {
            "",
            "Answered by the script itself:",
            "  test [MAVEN-OPTIONS]  Builds and tests everything; the last line sums all modules.",
            "  compose [--live]      Composes the services' committed schemas into supergraph.graphql.",
            "  bench collect         Measures collection; exits non-zero when a goal is missed.",
            "  bench feed            Measures the feed of events, likewise.",
            "  bench facts           Measures how fast customers follow their events, likewise.",
            "  bench segments        Measures segments of a million customers, likewise.",
            "  bench gateway         Measures the gateway against another one, likewise; needs Node, npm and wrk.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 nothing runs.",
            "Data lies in .clientele (CLIENTELE_HOME says otherwise)."
        })
final class ClienteleCommand {
    /** The whole command line, ready to be executed. */
    static CommandLine of(Invocation invocation) {
        CommandLine commandLine = new CommandLine(new ClienteleCommand())
                .addSubcommand(new DemoCommand(invocation))
                .addSubcommand(new UpCommand(invocation))
                .addSubcommand(new DownCommand(invocation))
                .addSubcommand(new StatusCommand(invocation))
                .addSubcommand(new LogsCommand(invocation))
                .addSubcommand(new UrlCommand(invocation))
                .addSubcommand(new TokenCommand(invocation))
                .addSubcommand(new WriteKeyCommand(invocation))
                .addSubcommand(new QueryCommand(invocation))
                .addSubcommand(new ExplainCommand(invocation))
                .addSubcommand(new ImportCommand(invocation))
                .addSubcommand(new ResetCommand(invocation));
        commandLine.getSubcommands().values().forEach(ClienteleCommand::offerHelp);
        return commandLine
                .setOut(invocation.out())
                .setErr(invocation.err())
                // '@' in an argument means a file of text to us, not a file of options.
                .setExpandAtFiles(false)
                .registerConverter(Role.class, ClienteleCommand::role)
                .setExecutionExceptionHandler(new FailureHandler(invocation));
    }

    private static void offerHelp(CommandLine subcommand) {
        CommandSpec spec = subcommand.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build());
        }
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new CommandLine.TypeConversionException(
                "no role is called '" + word + "'; there are shopper, analyst, marketer and admin");
    }
}
