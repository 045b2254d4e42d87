package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.engine.database.DatabaseFacts;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.workload.vector.DatabaseMemory;
import io.kanoa.thorgate.workload.vector.RagTurn;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import io.kanoa.thorgate.workload.vector.VectorQuery;
import java.util.List;

/** What a row's vector database was, what it was asked, and what it did. */
final class VectorJson {

    private static final String VECTORS = "vectors";
    private static final String QUERIES = "queries";

    private VectorJson() {}

    /** What is asked of it. */
    static ObjectNode of(Retrieval shape) {
        ObjectNode node = Nodes.object();
        node.set("vectors", Nodes.quantity(shape.vectors(), VECTORS));
        node.set("dimension", Nodes.quantity(shape.dimension(), "numbers"));
        node.set("neighbours", Nodes.quantity(shape.neighbours(), VECTORS));
        node.set("rate", Nodes.quantity(shape.queriesPerSecond(), Unit.REQUESTS_PER_SECOND));
        node.set("queries", Nodes.quantity(shape.queries(), QUERIES));
        node.set("text_share", Nodes.quantity(Unit.TIMES.to(Unit.PERCENT, shape.textShare()), Unit.PERCENT));
        return node;
    }

    static ObjectNode of(VectorEvidence vectors) {
        ObjectNode node = Nodes.object();
        node.set("database", of(vectors.facts()));
        node.set("load", Nodes.seconds(vectors.loadNanos()));
        node.set("index", index(vectors));
        node.set("memory", of(vectors.memory()));
        node.set("found", found(vectors));
        node.set("alone", queries(vectors.alone()));
        node.set("beside", queries(vectors.beside()));
        node.set("turns", turns(vectors.turns()));
        return node;
    }

    private static ObjectNode of(DatabaseFacts facts) {
        return Nodes.object()
                .put("id", Nodes.text(facts.id()))
                .put("version", Nodes.text(facts.version()))
                .put("pgvector", Nodes.text(facts.extension()))
                .put("place", Nodes.text(facts.place()))
                .put("speed_is_judged", facts.isJudged());
    }

    private static ObjectNode index(VectorEvidence vectors) {
        ObjectNode node = Nodes.object();
        node.put("description", vectors.index().description());
        node.set("build", Nodes.seconds(vectors.index().nanos()));
        node.set("size", Nodes.quantity(vectors.index().bytes(), Unit.BYTES));
        return node;
    }

    private static ObjectNode of(DatabaseMemory memory) {
        boolean seen = memory.samples() > 0;
        ObjectNode node = Nodes.object();
        node.set("before_index", Nodes.quantity(seen ? memory.beforeIndex() : Double.NaN, Unit.BYTES));
        node.set("while_indexing", Nodes.quantity(seen ? memory.whileIndexing() : Double.NaN, Unit.BYTES));
        node.set("peak", Nodes.quantity(seen ? memory.peak() : Double.NaN, Unit.BYTES));
        return node;
    }

    private static ArrayNode found(VectorEvidence vectors) {
        ArrayNode node = Nodes.array();
        vectors.found().forEach(node::add);
        return node;
    }

    private static ObjectNode queries(List<VectorQuery> queries) {
        ObjectNode node = Nodes.object();
        node.set("due", Nodes.quantity(queries.size(), QUERIES));
        node.set(
                "answered",
                Nodes.quantity(queries.stream().filter(VectorQuery::isAnswered).count(), QUERIES));
        node.set(
                "failures",
                Nodes.texts(queries.stream()
                        .map(VectorQuery::failure)
                        .filter(failure -> !failure.isEmpty())
                        .distinct()
                        .toList()));
        ArrayNode latencies = node.putObject("latency").put("unit", "ms").putArray("values");
        queries.forEach(query -> latencies.add(Nodes.number(query.latencyMillis())));
        return node;
    }

    private static ArrayNode turns(List<RagTurn> turns) {
        ArrayNode node = Nodes.array();
        turns.forEach(turn -> node.add(turn(turn)));
        return node;
    }

    private static ObjectNode turn(RagTurn turn) {
        ObjectNode node = Nodes.object();
        node.set("retrieval", Nodes.quantity(turn.retrieval().latencyMillis(), Unit.MILLISECONDS));
        node.set("to_first_token", Nodes.quantity(turn.toFirstTokenMillis(), Unit.MILLISECONDS));
        node.set("prompt", Nodes.quantity(turn.answer().usage().promptTokens(), Unit.TOKENS));
        node.put("outcome", Nodes.text(turn.answer().outcome().toString()));
        return node;
    }
}
