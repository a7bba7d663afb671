package io.github.orgswitcher.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A stack trace that tests of a class bring about on purpose; any other fails the class. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(LeavesTrace.All.class)
public @interface LeavesTrace {

    /** What stands in it, so exactly that no other trace has it. */
    String of();

    /** What does not stand in it; empty for nothing in particular. */
    String without() default "";

    /** Why it is right that there is one. */
    String because();

    /** Several of them. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {

        /** Each of them. */
        LeavesTrace[] value();
    }
}
