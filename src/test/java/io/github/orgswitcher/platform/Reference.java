package io.github.orgswitcher.platform;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a compiled class refers to.
 *
 * @param type the type's name
 * @param member the name of a field or method of it, or of one that it inherits; empty for the type itself
 * @param descriptor the member's type as in class files
 */
record Reference(String type, String member, String descriptor) {

    private static final String CONSTRUCTOR = "<init>";

    static Reference type(String name) {
        return new Reference(name, "", "");
    }

    /** Why it cannot be resolved there; empty where it can. */
    Optional<String> missingIn(ClassLoader loader) {
        try {
            Class<?> found = Class.forName(type, false, loader);
            return member.isEmpty() || has(found) ? Optional.empty() : Optional.of("no such member");
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Optional.of("no class " + e.getMessage());
        }
    }

    private boolean has(Class<?> found) {
        if (member.equals(CONSTRUCTOR)) {
            return Stream.of(found.getDeclaredConstructors()).anyMatch(this::is);
        }
        return lineage(found).stream()
                .anyMatch(type -> descriptor.startsWith("(")
                        ? Stream.of(type.getDeclaredMethods()).anyMatch(this::is)
                        : Stream.of(type.getDeclaredFields()).anyMatch(this::is));
    }

    private boolean is(Constructor<?> constructor) {
        return descriptor.equals(descriptor(void.class, constructor.getParameterTypes()));
    }

    private boolean is(Method method) {
        return method.getName().equals(member)
                && descriptor.equals(descriptor(method.getReturnType(), method.getParameterTypes()));
    }

    private boolean is(Field field) {
        return field.getName().equals(member)
                && field.getType().descriptorString().equals(descriptor);
    }

    private static String descriptor(Class<?> result, Class<?>... parameters) {
        return MethodType.methodType(result, Arrays.asList(parameters)).descriptorString();
    }

    private static Set<Class<?>> lineage(Class<?> type) {
        Set<Class<?>> lineage = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            interfaces(each, lineage);
        }
        lineage.add(Object.class);
        return lineage;
    }

    private static void interfaces(Class<?> type, Set<Class<?>> into) {
        into.add(type);
        Stream.of(type.getInterfaces()).forEach(each -> interfaces(each, into));
    }

    @Override
    public String toString() {
        return member.isEmpty() ? type : type + "." + member + descriptor;
    }
}
