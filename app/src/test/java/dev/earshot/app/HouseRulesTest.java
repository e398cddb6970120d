package dev.earshot.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that Maven's dependencies cannot express. */
@AnalyzeClasses(packages = "dev.earshot", importOptions = HouseRulesTest.OnlyTheProduct.class)
class HouseRulesTest {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule the_language_knows_the_jdk_and_axons_annotations_alone = noClasses()
            .that()
            .resideInAPackage("dev.earshot.api..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "java..",
                    "dev.earshot.api..",
                    "org.axonframework.modelling.command",
                    "org.axonframework.serialization"));

    @ArchTest
    static final ArchRule money_and_prices_know_the_jdk_alone = noClasses()
            .that()
            .resideInAnyPackage("dev.earshot.api.money..", "dev.earshot.api.pricing..")
            .should()
            .dependOnClassesThat(
                    resideOutsideOfPackages("java..", "dev.earshot.api.money..", "dev.earshot.api.pricing.."));

    @ArchTest
    static final ArchRule the_wallets_decisions_know_no_framework = noClasses()
            .that()
            .resideInAnyPackage("dev.earshot.wallet..", "dev.earshot.memory..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "java..",
                    "dev.earshot.api..",
                    "dev.earshot.wallet..",
                    "dev.earshot.memory..",
                    "com.fasterxml.jackson.annotation"));

    @ArchTest
    static final ArchRule the_platform_knows_no_side = noClasses()
            .that()
            .resideInAPackage("dev.earshot.platform..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.earshot.command..",
                    "dev.earshot.query..",
                    "dev.earshot.saga..",
                    "dev.earshot.adapter..",
                    "dev.earshot.app.."));

    @ArchTest
    static final ArchRule no_side_knows_another = slices().matching("dev.earshot.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    resideInAPackage("dev.earshot.."),
                    resideInAnyPackage(
                            "dev.earshot.api..",
                            "dev.earshot.platform..",
                            "dev.earshot.wallet..",
                            "dev.earshot.memory.."))
            .ignoreDependency(resideInAPackage("dev.earshot.app.."), resideInAPackage("dev.earshot.."));

    @ArchTest
    static final ArchRule no_vendor_knows_another =
            slices().matching("dev.earshot.adapter.(*).(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule buckets_are_known_where_checkpoints_are_kept_alone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.earshot.adapter.archive..")
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.."));

    @ArchTest
    static final ArchRule money_is_counted_in_integers = noClasses()
            .that()
            .resideInAnyPackage(
                    "..money..",
                    "..pricing..",
                    "..wallet..",
                    "..earnings..",
                    "..ledger..",
                    "..meter..",
                    "..billing..",
                    "..explain..",
                    "..lab..",
                    "..topup..")
            .should(useFloatingPoint());

    @ArchTest
    static final ArchRule controllers_send_commands_and_never_touch_an_aggregate = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat(annotatedWith(Aggregate.class));

    @ArchTest
    static final ArchRule sagas_read_no_view_and_call_nobody = noClasses()
            .that(containSagaHandlers())
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.net..", "java.sql..", "javax.sql..", "org.springframework.."));

    @ArchTest
    static final ArchRule nothing_is_injected_into_a_field =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule nothing_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);

    @ArchTest
    static final ArchRule packages_are_named_after_the_business = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..",
                    "..util..",
                    "..utils..",
                    "..impl..",
                    "..dto..",
                    "..config..",
                    "..handler..",
                    "..manager..",
                    "..helper..",
                    "..service..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is_and_not_what_kind_of_class =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO)");

    @ArchTest
    static final ArchRule a_message_is_called_by_what_it_says =
            noClasses().that().areRecords().should().haveNameMatching(".*(Command|Event|Query)");

    @ArchTest
    static final ArchRule what_is_handled_is_not_public_business = methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .or()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule aggregates_are_package_private =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    /** Metrics are floating by nature; everything else is suspicious, even if it is rounded at once. */
    private static ArchCondition<JavaClass> useFloatingPoint() {
        return new ArchCondition<>("use floating point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<String> fields = type.getFields().stream()
                        .filter(field -> floats(field.getRawType()))
                        .map(JavaField::getDescription);
                Stream<String> methods = type.getCodeUnits().stream()
                        .filter(code -> floats(code.getRawReturnType()) || floats(code.getRawParameterTypes()))
                        .map(JavaCodeUnit::getDescription);
                Stream<String> calls = type.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> !call.getTargetOwner().getPackageName().startsWith("io.micrometer"))
                        .filter(call -> floats(call.getTarget().getRawReturnType())
                                || floats(call.getTarget().getRawParameterTypes()))
                        .map(JavaCall::getDescription);
                Stream.of(fields, methods, calls)
                        .flatMap(found -> found)
                        .forEach(found -> events.add(SimpleConditionEvent.satisfied(type, found)));
            }
        };
    }

    private static boolean floats(Collection<JavaClass> types) {
        return types.stream().anyMatch(HouseRulesTest::floats);
    }

    private static boolean floats(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private static DescribedPredicate<JavaClass> containSagaHandlers() {
        return DescribedPredicate.describe(
                "contain saga handlers",
                type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class)));
    }

    /** Neither the tests nor what is offered to tests. */
    static final class OnlyTheProduct implements ImportOption {
        private final ImportOption noTests = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return noTests.includes(location) && !location.contains("-tests.jar");
        }
    }
}
