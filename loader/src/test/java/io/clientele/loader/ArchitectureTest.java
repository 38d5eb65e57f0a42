package io.clientele.loader;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.clientele.loader", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.clientele.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sourcesKnowNothingOfLoading = noClasses()
            .that()
            .resideOutsideOfPackage("io.clientele.loader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.clientele.loader")
            .because("a format is added without touching how events are sent");
}
