package io.kanoa.thorgate.plan;

/** Turns the text of one YAML value into what it means. */
@FunctionalInterface
interface TextParser<T> {

    T parse(String text) throws WrongTextException;
}
