package io.clientele.edge.testing;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules that the code of every service keeps.
 *
 * <p>A service's test is {@code @AnalyzeClasses(packages = "io.clientele.NAME", importOptions = DoNotIncludeTests.class)}
 * with {@code @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);}.
 */
public final class HouseRules {

    private HouseRules() {}

    @ArchTest
    static final ArchRule NAMES_TELL = noClasses()
            .should()
            .haveNameMatching("(?i).*(util|utils|common|manager|dto|impl)")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..dto..")
            .because("a name tells what a thing is");
}
