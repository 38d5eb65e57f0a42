package io.clientele.edge.testing;

import jakarta.inject.Inject;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.smallrye.mutiny.Uni;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules that the code of every service keeps.
 *
 * <p>A service's test is annotated {@code @AnalyzeClasses(packages = "io.clientele.NAME", importOptions =
 * DoNotIncludeTests.class)} and has {@code @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);}. One
 * with a core of its own adds {@link #freeOfFrameworks}.
 */
public final class HouseRules {

    private HouseRules() {}

    @ArchTest
    public static final ArchRule NAMES_TELL = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould(beIn("..util..", "..utils..", "..common..", "..manager..", "..impl..", "..dto.."))
            .because("a name tells what a thing is");

    @ArchTest
    public static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.clientele.(**)").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule PUBLIC_ONLY_WHAT_ANOTHER_PACKAGE_USES = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotRecords()
            .and()
            .areNotEnums()
            .and()
            .areNotAnnotatedWith("org.eclipse.microprofile.graphql.GraphQLApi")
            .and()
            .areNotAnnotatedWith("jakarta.ws.rs.Path")
            .should(beUsedFromAnotherPackage())
            .because("a feature hides what it is made of; GraphQL needs its classes and types public")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule INJECTED_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("what a class needs stands in its constructor")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethod(Uni.class, "await")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("I/O paths are asynchronous from end to end");

    /** What is computed without I/O knows no framework, store or client. */
    public static ArchRule freeOfFrameworks(String... corePackages) {
        return noClasses()
                .that()
                .resideInAnyPackage(corePackages)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.quarkus..",
                        "io.vertx..",
                        "io.smallrye.mutiny..",
                        "jakarta.persistence..",
                        "jakarta.ws.rs..",
                        "org.elasticsearch..",
                        "co.elastic.."))
                .because("the core is pure and testable by itself");
    }

    private static ArchCondition<JavaClass> beIn(String... packages) {
        return ArchCondition.from(resideInAnyPackage(packages));
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is used in its package only"));
            }
        };
    }
}
