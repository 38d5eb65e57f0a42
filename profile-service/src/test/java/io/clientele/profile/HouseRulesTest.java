package io.clientele.profile;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import io.clientele.edge.testing.HouseRules;

@AnalyzeClasses(packages = "io.clientele.profile", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule CORE = HouseRules.freeOfFrameworks(
            "io.clientele.profile.identity..",
            "io.clientele.profile.facts..",
            "io.clientele.profile.trait..",
            "io.clientele.profile.value..",
            "io.clientele.profile.churn..",
            "io.clientele.profile.portrait..");
}
