package io.clientele.elasticsearch;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Keeps out what a stock Elasticsearch distribution forbids its plugins. */
class PluginRulesTest {

    private static final ArchRule ONLY_WHAT_A_PLUGIN_MAY_USE = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.or(
                    inPackage("files", "java.nio.file", "java.nio.channels", "java.util.zip", "java.util.jar"),
                    inPackage("network", "java.net", "javax.net"),
                    inPackage("reflection", "java.lang.reflect", "java.lang.foreign", "sun.misc", "jdk.internal"),
                    oneOf(
                            "files",
                            java.io.File.class,
                            java.io.FileInputStream.class,
                            java.io.FileOutputStream.class,
                            java.io.FileReader.class,
                            java.io.FileWriter.class,
                            java.io.RandomAccessFile.class),
                    oneOf(
                            "threads",
                            Thread.class,
                            ThreadLocal.class,
                            java.util.Timer.class,
                            java.util.concurrent.Executor.class,
                            java.util.concurrent.ExecutorService.class,
                            java.util.concurrent.Executors.class,
                            java.util.concurrent.ForkJoinPool.class,
                            java.util.concurrent.CompletableFuture.class),
                    oneOf(
                            "the process and class loading",
                            Process.class,
                            ProcessBuilder.class,
                            Runtime.class,
                            ClassLoader.class,
                            java.util.ServiceLoader.class)));

    private static final ArchRule NO_CALLS_OF_SYSTEM_OR_CLASS = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("is of System or Class", call -> {
                String method = call.getTarget().getName();
                return switch (call.getTargetOwner().getName()) {
                    case "java.lang.System" -> !method.equals("arraycopy");
                    case "java.lang.Class" -> !method.equals("desiredAssertionStatus");
                    default -> false;
                };
            }));

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.clientele.elasticsearch");

    @Test
    void usesNoFilesNetworkThreadsNorReflection() {
        assertThat(PLUGIN).isNotEmpty();
        ONLY_WHAT_A_PLUGIN_MAY_USE.check(PLUGIN);
        NO_CALLS_OF_SYSTEM_OR_CLASS.check(PLUGIN);
    }

    @Test
    void wouldFindAFileAndAReflectiveCall() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThatThrownBy(() -> ONLY_WHAT_A_PLUGIN_MAY_USE.check(offender)).hasMessageContaining("java.nio.file.Path");
        assertThatThrownBy(() -> NO_CALLS_OF_SYSTEM_OR_CLASS.check(offender)).hasMessageContaining("forName");
    }

    @Test
    void theAutomatonKnowsNothingOfElasticsearch() {
        classes()
                .that()
                .haveNameMatching(".*\\.(FunnelAutomaton|FunnelRules|Anchor|InstantEvents|InstantMatching)")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.clientele.elasticsearch.funnel")
                .check(PLUGIN);
    }

    private static DescribedPredicate<JavaClass> inPackage(String what, String... packages) {
        return DescribedPredicate.describe(what, type -> {
            for (String name : packages) {
                if (type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".")) {
                    return true;
                }
            }
            return false;
        });
    }

    private static DescribedPredicate<JavaClass> oneOf(String what, Class<?>... types) {
        return DescribedPredicate.describe(what, type -> {
            for (Class<?> forbidden : types) {
                if (type.getName().equals(forbidden.getName())) {
                    return true;
                }
            }
            return false;
        });
    }

    static final class Offender {
        static Class<?> offend() throws ClassNotFoundException {
            return Class.forName(java.nio.file.Path.of("x").toString());
        }
    }
}
