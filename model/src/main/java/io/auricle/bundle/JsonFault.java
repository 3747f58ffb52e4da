package io.auricle.bundle;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON or YAML, in words for people: Jackson speaks of classes of Java. */
public final class JsonFault {
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");

  private JsonFault() {}

  /** The line where it is known, the dotted key, and what is wrong. */
  public static String of(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location != null && location.getLineNr() > 0
        ? "line " + location.getLineNr() + ": " + withKey(e)
        : withKey(e);
  }

  /** The dotted key and what is wrong with it. */
  public static String withKey(JsonProcessingException e) {
    String key = key(e);
    return key.isEmpty() ? what(e) : key + ": " + what(e);
  }

  /** The dotted key at fault; empty if it is the whole. */
  public static String key(JsonProcessingException e) {
    StringBuilder where = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        if (step.getFieldName() == null) {
          where.append('[').append(step.getIndex()).append(']');
        } else {
          where.append(where.isEmpty() ? "" : ".").append(step.getFieldName());
        }
      }
    }
    return where.toString();
  }

  private static String what(JsonProcessingException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (!(root instanceof JsonProcessingException json)) {
      return String.valueOf(root.getMessage());
    }
    if (json instanceof StreamConstraintsException) {
      return "is nested too deep, or holds too long a name or number";
    }
    if (json instanceof UnrecognizedPropertyException unknown) {
      return unknown(unknown.getKnownPropertyIds());
    }
    if (json instanceof InvalidTypeIdException type) {
      return type.getTypeId() == null
          ? "the key that says its kind is missing"
          : "there is no kind %s".formatted(type.getTypeId());
    }
    if (json instanceof InvalidNullException || isNull(json)) {
      return "is missing";
    }
    if (json instanceof MismatchedInputException wrong) {
      return mismatch(wrong);
    }
    if (json instanceof JsonEOFException) {
      return "it ends too early";
    }
    String message = String.valueOf(json.getOriginalMessage());
    Matcher duplicate = DUPLICATE.matcher(message);
    return duplicate.find() ? "key %s must be given once".formatted(duplicate.group(1)) : message;
  }

  private static boolean isNull(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).startsWith("Cannot map `null`");
  }

  private static String unknown(@Nullable Collection<Object> known) {
    return known == null || known.isEmpty()
        ? "is no key that is known here"
        : "is no key that is known here; there are "
            + known.stream().map(String::valueOf).sorted().toList();
  }

  private static String mismatch(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    String given =
        e instanceof InvalidFormatException format
            ? ", is \"%s\"".formatted(format.getValue())
            : "";
    return "must be " + (type == null ? "another value" : described(type)) + given;
  }

  private static String described(Class<?> type) {
    if (type.isEnum()) {
      List<String> words =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .toList();
      return "one of " + words;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return type == boolean.class ? "true or false" : "a number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray()
        ? "a list"
        : Map.class.isAssignableFrom(type) || type.isRecord()
            ? "keys with values"
            : "another value";
  }
}
