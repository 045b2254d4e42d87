package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads models, and what serves in the place of some. */
final class ModelReader {

    private static final List<String> MODEL =
            List.of("title", "roles", "source", "precision", "context", "facts", "serve");
    private static final List<String> SUBSTITUTE = List.of("title", "source", "precision", "context", "facts", "serve");
    private static final List<String> ON_ENGINE = List.of("model", "arguments", "context", "chat");
    /** What opens an engine to other machines is said of the engine. */
    private static final ArgumentsReader ARGUMENTS = new ArgumentsReader(false);

    private static final int FEWEST_TOKENS = 128;
    private static final int MOST_TOKENS = 10_000_000;

    private final Known engines;

    /** @param engines that may serve models */
    ModelReader(Known engines) {
        this.engines = engines;
    }

    /** The models by their id; what is wrong with one is reported and left empty. */
    Map<String, Model> read(Cursor cursor) {
        Map<String, Model> models = new LinkedHashMap<>();
        Ids.check(cursor.entries())
                .forEach((id, at) -> models.put(
                        id,
                        at.section(MODEL)
                                .map(section -> model(id, section))
                                .orElseGet(() -> new Model(id, "", List.of(), "", "", null))));
        return models;
    }

    /** What serves in the place of a model. */
    Optional<Substitute> substitute(Cursor cursor) {
        return cursor.section(SUBSTITUTE).map(this::substitute);
    }

    private Model model(String id, Section section) {
        List<String> roles =
                section.need("roles").map(at -> WordList.read(at, text -> text)).orElse(List.of());
        Substitute self = substitute(section);
        return new Model(
                id,
                self.title(),
                roles,
                self.source(),
                self.precision(),
                null,
                self.onEngines(),
                self.context(),
                null,
                self.facts());
    }

    private Substitute substitute(Section section) {
        return new Substitute(
                section.text("title"),
                section.need("source")
                        .flatMap(at -> at.parsed(ModelName::parse))
                        .orElse(""),
                section.text("precision"),
                section.find("serve").map(this::onEngines).orElse(Map.of()),
                context(section),
                section.find("facts").map(FactsReader::read).orElse(ModelFacts.NONE));
    }

    private Map<String, ModelOnEngine> onEngines(Cursor cursor) {
        Map<String, ModelOnEngine> onEngines = new LinkedHashMap<>();
        cursor.entries().forEach((engine, at) -> {
            if (engines.isKnown(engine, at)) {
                at.section(ON_ENGINE).ifPresent(section -> onEngines.put(engine, onEngine(section)));
            }
        });
        return onEngines;
    }

    private static ModelOnEngine onEngine(Section section) {
        return new ModelOnEngine(
                section.find("model").flatMap(at -> at.parsed(ModelName::parse)),
                ARGUMENTS.read(section, "arguments"),
                context(section),
                section.find("chat").flatMap(Cursor::truth).orElse(true));
    }

    private static OptionalInt context(Section section) {
        return section.find("context")
                .flatMap(at -> at.wholeNumber(FEWEST_TOKENS, MOST_TOKENS))
                .map(tokens -> OptionalInt.of(tokens.intValue()))
                .orElse(OptionalInt.empty());
    }
}
