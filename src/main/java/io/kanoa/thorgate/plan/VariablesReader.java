package io.kanoa.thorgate.plan;

import io.kanoa.thorgate.secret.ApiKey;
import io.kanoa.thorgate.secret.SecretName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what is taken from our own environment. Secrets can come from nowhere else, and from variables only whose names say what
 * they hold: by these names they are known, and kept out of all that is written.
 */
final class VariablesReader {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,127})}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

    private final Function<String, Optional<String>> environment;

    /** @param environment the value of a variable of our own */
    VariablesReader(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** Variables for a program; those of ours that are not set are left out. */
    Map<String, String> read(Cursor cursor) {
        Map<String, String> variables = new LinkedHashMap<>();
        cursor.entries().forEach((name, at) -> {
            if (!VARIABLE.matcher(name).matches()) {
                at.problem(Quoted.of(name) + " is no name of a variable; use letters, digits and '_'");
            }
            at.text().flatMap(text -> value(name, text, at)).ifPresent(value -> variables.put(name, value));
        });
        return variables;
    }

    /** The key in the variable of our own that is named; empty where that is not set. */
    Optional<ApiKey> key(Cursor at) {
        Optional<String> text = at.text();
        Optional<String> variable = text.flatMap(VariablesReader::reference);
        if (text.isPresent() && variable.isEmpty()) {
            at.problem("a key does not belong in a plan; set a variable of our own to it and name that, as in"
                    + " ${VLLM_API_KEY}");
        }
        variable.filter(name -> !SecretName.is(name)).ifPresent(name -> at.problem(notToldBy(name)));
        Optional<String> value = variable.flatMap(environment::apply);
        if (value.isPresent() && !KEY.matcher(value.get()).matches()) {
            at.problem("the variable " + variable.orElseThrow() + " holds no key: a key is ASCII without spaces");
            return Optional.empty();
        }
        return value.map(ApiKey::new);
    }

    /** What the text says, or the variable of our own that it names; nothing where that is not set. */
    private Optional<String> value(String name, String text, Cursor at) {
        Optional<String> variable = reference(text);
        if (variable.isPresent()) {
            variable.filter(ours -> SecretName.is(name) && !SecretName.is(ours))
                    .ifPresent(ours -> at.problem(notToldBy(ours)));
            return environment.apply(variable.get());
        }
        if (text.contains("$")) {
            at.problem("a reference to our own environment is the whole value, as in ${NAME}"
                    + (SecretName.is(name) ? "" : "; found " + Quoted.of(text)));
        } else if (SecretName.is(name) || SecretText.hasCredentials(text)) {
            at.problem(SecretText.PROBLEM);
        }
        return Optional.of(text);
    }

    private static Optional<String> reference(String text) {
        var reference = REFERENCE.matcher(text);
        return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
    }

    private static String notToldBy(String variable) {
        return "the name of " + variable
                + " does not say that it holds a secret, so it would be shown where a program prints it;"
                + " name it ..._API_KEY, ..._TOKEN, ..._PASSWORD or ..._SECRET";
    }
}
