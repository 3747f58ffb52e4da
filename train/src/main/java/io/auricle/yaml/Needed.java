package io.auricle.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component of a record that a file must give, since nothing could stand for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Needed {
  /** Keys of which any, if it is given, makes up for it; a dot leads into a key's own keys. */
  String[] unless() default {};
}
