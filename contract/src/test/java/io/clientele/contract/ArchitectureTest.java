package io.clientele.contract;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.clientele.contract", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Neither Quarkus, nor Jakarta, nor a client of Elasticsearch: named are the few that may be used. */
    @ArchTest
    static final ArchRule knowsNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.clientele.contract..",
                    "java..",
                    "org.jspecify.annotations",
                    "com.ethlo.time",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "org.apache.commons.codec.digest");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.clientele.contract.(*)..").should().beFreeOfCycles();
}
