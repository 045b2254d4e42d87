package io.kanoa.thorgate.engine.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Command line of the child.
 *
 * @param model the GGUF file to serve
 * @param alias the name that clients call it by
 * @param context longest prompt and answer together, in tokens
 * @param threads of computation
 * @param parent process whose end ends the child
 */
record ServerOptions(Path model, String alias, int context, int threads, long parent) {

    private static final String MODEL = "--model";
    private static final String ALIAS = "--alias";
    private static final String CONTEXT = "--ctx-size";
    private static final String THREADS = "--threads";
    private static final String PARENT = "--parent";
    private static final Set<String> KNOWN = Set.of(MODEL, ALIAS, CONTEXT, THREADS, PARENT);

    List<String> toArguments() {
        return new ArrayList<>(List.of(
                MODEL,
                model.toString(),
                ALIAS,
                alias,
                CONTEXT,
                String.valueOf(context),
                THREADS,
                String.valueOf(threads),
                PARENT,
                String.valueOf(parent)));
    }

    /**
     * Reads pairs of option and value; of the same option the last one counts.
     *
     * @throws IllegalArgumentException naming the option that is unknown, missing or not a whole number
     */
    static ServerOptions parse(List<String> arguments) {
        Map<String, String> values = pairs(arguments);
        return new ServerOptions(
                Path.of(value(values, MODEL)),
                value(values, ALIAS),
                Math.toIntExact(number(values, CONTEXT)),
                Math.toIntExact(number(values, THREADS)),
                number(values, PARENT));
    }

    private static Map<String, String> pairs(List<String> arguments) {
        Map<String, String> result = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!KNOWN.contains(option) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("The embedded engine does not understand the argument '" + option
                        + "'; it takes " + KNOWN.stream().sorted().toList() + ", each with a value");
            }
            result.put(option, arguments.get(i + 1));
        }
        return result;
    }

    private static String value(Map<String, String> values, String option) {
        String value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException("The argument " + option + " is missing");
        }
        return value;
    }

    private static long number(Map<String, String> values, String option) {
        String value = value(values, option);
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(
                    "The argument " + option + " must be a whole number from 1, but is '" + value + "'");
        }
        return Long.parseLong(value);
    }
}
