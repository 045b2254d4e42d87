package io.kanoa.thorgate.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a YAML file with its place. It is asked for what it should be; where it is something else it reports that
 * and answers with nothing.
 */
final class Cursor {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_ENTRIES = 1000;

    private final Node node;
    private final String path;
    private final Problems problems;

    Cursor(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    void problem(String message) {
        problemAt(node, message);
    }

    /** The text of a scalar that YAML takes for text. */
    Optional<String> text() {
        if (!is(Tag.STR, ScalarNode.class)) {
            return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL)
                    ? wrong("text", "; put it in quotes if it is text")
                    : wrong("text");
        }
        String text = ((ScalarNode) node).getValue();
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            problem(text.isBlank() ? "is empty" : "is longer than " + LONGEST_TEXT + " characters");
            return Optional.empty();
        }
        if (text.indexOf(0) >= 0) {
            problem("holds the character \\u0000, which no program takes");
            return Optional.empty();
        }
        if (SecretText.isToken(text)) {
            problem(SecretText.PROBLEM);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Whether it is this word, without a problem where it is not. */
    boolean isText(String word) {
        return is(Tag.STR, ScalarNode.class) && ((ScalarNode) node).getValue().equals(word);
    }

    /** What the text means to {@code parser}. */
    <T> Optional<T> parsed(TextParser<T> parser) {
        return text().flatMap(text -> {
            try {
                return Optional.of(parser.parse(text));
            } catch (WrongTextException e) {
                problem(e.problem());
                return Optional.empty();
            }
        });
    }

    /** A whole number within bounds, both included. */
    Optional<Long> wholeNumber(long least, long most) {
        if (!is(Tag.INT, ScalarNode.class)
                || !WHOLE_NUMBER.matcher(((ScalarNode) node).getValue()).matches()) {
            return wrong("a whole number");
        }
        long value = Long.parseLong(((ScalarNode) node).getValue());
        if (value < least || value > most) {
            problem(value + " is out of range; give " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> truth() {
        String text = is(Tag.BOOL, ScalarNode.class) ? ((ScalarNode) node).getValue() : "";
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> wrong("true or false");
        };
    }

    /** The members of a list, at least one. */
    List<Cursor> items() {
        if (!isList()) {
            wrong("a list");
            return List.of();
        }
        List<Node> items = ((SequenceNode) node).getValue();
        if (items.isEmpty() || items.size() > MOST_ENTRIES) {
            problem(items.isEmpty() ? "is an empty list" : tooMany(items.size()));
            return List.of();
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> new Cursor(items.get(i), path + "[" + i + "]", problems))
                .toList();
    }

    /** The members of a list, or the one value that stands in the list's place. */
    List<Cursor> oneOrMore() {
        return isList() ? items() : List.of(this);
    }

    boolean isList() {
        return is(Tag.SEQ, SequenceNode.class);
    }

    /** A mapping whose keys are among {@code known}. */
    Optional<Section> section(Collection<String> known) {
        return mapping().map(mapping -> {
            Map<String, Cursor> values = values(mapping);
            for (NodeTuple tuple : mapping.getValue()) {
                keyOf(tuple)
                        .filter(key -> !known.contains(key))
                        .ifPresent(key -> problemAt(
                                tuple.getKeyNode(), "unknown key " + Quoted.of(key) + NearestWord.hint(key, known)));
            }
            return new Section(this, values);
        });
    }

    /** A mapping whose keys are ids that the plan itself gives, at least one; in the order of the file. */
    Map<String, Cursor> entries() {
        return mapping()
                .map(mapping -> {
                    if (mapping.getValue().isEmpty()) {
                        problem("is empty");
                    }
                    return values(mapping);
                })
                .orElseGet(Map::of);
    }

    private Optional<MappingNode> mapping() {
        if (!is(Tag.MAP, MappingNode.class)) {
            return wrong("keys with values");
        }
        MappingNode mapping = (MappingNode) node;
        if (mapping.getValue().size() > MOST_ENTRIES) {
            problem(tooMany(mapping.getValue().size()));
            return Optional.empty();
        }
        return Optional.of(mapping);
    }

    private static String tooMany(int entries) {
        return "has " + entries + " entries; at most " + MOST_ENTRIES + " are read";
    }

    private Map<String, Cursor> values(MappingNode mapping) {
        Map<String, Cursor> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<String> key = keyOf(tuple);
            if (key.isEmpty()) {
                problemAt(tuple.getKeyNode(), "a key must be text");
            } else if (!seen.add(key.get())) {
                problemAt(tuple.getKeyNode(), "key " + Quoted.of(key.get()) + " is given twice");
            } else {
                values.put(key.get(), new Cursor(tuple.getValueNode(), child(key.get()), problems));
            }
        }
        return values;
    }

    private static Optional<String> keyOf(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        return key instanceof ScalarNode scalar
                        && (key.getTag().equals(Tag.STR) || key.getTag().equals(Tag.MERGE))
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private String child(String key) {
        String shown = Quoted.shortened(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    private boolean is(Tag tag, Class<? extends Node> kind) {
        return node.getTag().equals(tag) && kind.isInstance(node);
    }

    private <T> Optional<T> wrong(String expected) {
        return wrong(expected, "");
    }

    private <T> Optional<T> wrong(String expected, String advice) {
        problem("expected " + expected + ", found " + found() + advice);
        return Optional.empty();
    }

    private String found() {
        if (!Tag.standardTags.contains(node.getTag())) {
            return "the tag " + Quoted.of(node.getTag().getValue());
        }
        if (node.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        if (node instanceof ScalarNode scalar) {
            return (is(Tag.STR, ScalarNode.class) ? "" : "the " + typeOf(scalar) + " ") + Quoted.of(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }

    private static String typeOf(ScalarNode scalar) {
        String tag = scalar.getTag().getValue();
        return tag.substring(Tag.PREFIX.length());
    }

    private void problemAt(Node place, String message) {
        problems.add(place.getStartMark().getLine() + 1, place.getStartMark().getColumn() + 1, path, message);
    }
}
