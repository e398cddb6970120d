package dev.earshot.app.generate.town;

import dev.earshot.command.CommandSide;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** All aggregates of the command side, and which of them decides which command. */
final class Blueprints {
    private final Map<Class<?>, Decision> decisions = new HashMap<>();

    Blueprints(ParameterResolverFactory resources) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        scanner.findCandidateComponents(CommandSide.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .forEach(type -> read(type, resources));
    }

    Decision of(Class<?> command) {
        Decision decision = decisions.get(command);
        if (decision == null) {
            throw new IllegalArgumentException("nobody decides " + command.getName());
        }
        return decision;
    }

    private <T> void read(Class<T> type, ParameterResolverFactory resources) {
        Plan<T> plan = new Plan<>(
                SingletonSupplier.of(() -> AnnotatedAggregateMetaModelFactory.inspectAggregate(type, resources)),
                makerOf(type));
        Stream<Class<?>> members = Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(AggregateMember.class))
                .map(Field::getType);
        Stream.concat(Stream.of(type), members)
                .flatMap(part -> Arrays.stream(part.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .forEach(method -> decisions.put(
                        method.getParameterTypes()[0],
                        new Decision(plan, creates(method), targetIn(method.getParameterTypes()[0]))));
    }

    private static <T> Constructor<T> makerOf(Class<T> type) {
        try {
            Constructor<T> maker = type.getDeclaredConstructor();
            maker.setAccessible(true);
            return maker;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot begin empty", e);
        }
    }

    private static boolean creates(AnnotatedElement handler) {
        CreationPolicy policy = handler.getAnnotation(CreationPolicy.class);
        return policy != null && policy.value() != AggregateCreationPolicy.NEVER;
    }

    private static Method targetIn(Class<?> command) {
        return Stream.concat(Stream.of(command), Arrays.stream(command.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command + " names no aggregate"));
    }

    /** How an aggregate of one type is made. Looked into when it is needed, for not every type has a part in a town. */
    record Plan<T>(Supplier<AggregateModel<T>> model, Constructor<T> maker) {}

    /** Who decides a command. */
    record Decision(Plan<?> aggregate, boolean creates, Method target) {
        String targetOf(Object command) throws IllegalAccessException, InvocationTargetException {
            return target.invoke(command).toString();
        }
    }
}
