package io.clientele.campaign;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import io.clientele.edge.testing.HouseRules;

@AnalyzeClasses(packages = "io.clientele.campaign", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule CORE = HouseRules.freeOfFrameworks(
            "io.clientele.campaign.benefit.terms..",
            "io.clientele.campaign.policy.rules..",
            "io.clientele.campaign.experiment..");
}
