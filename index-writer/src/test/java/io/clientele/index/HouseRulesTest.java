package io.clientele.index;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.clientele.edge.testing.HouseRules;

/** All the rules but the one about public classes: what this module shows, only other modules use. */
@AnalyzeClasses(packages = "io.clientele.index", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule NAMES = HouseRules.NAMES_TELL;

    @ArchTest
    static final ArchRule INJECTION = HouseRules.INJECTED_BY_CONSTRUCTOR;

    @ArchTest
    static final ArchRule BLOCKING = HouseRules.NOTHING_BLOCKS;
}
