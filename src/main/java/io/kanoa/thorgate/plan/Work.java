package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a row does with which models. */
public sealed interface Work {

    /** The engines that must serve before the row's first request, in order. */
    List<Serving> servings();

    /** Every serving that takes part at some time, in order. */
    default List<Serving> involved() {
        return servings();
    }

    /** The engines that take part, each once. */
    default List<EngineSpec> engines() {
        return involved().stream().map(Serving::engine).distinct().toList();
    }

    /** The same work with each of its servings exchanged for what {@code change} makes of it. */
    Work with(UnaryOperator<Serving> change);

    /** One model, one user; {@code context} holds the images of {@code shape} too. */
    record SingleUser(Serving serving, Context context, WorkShape shape) implements Work {

        /** A user who asks plain text. */
        public SingleUser(Serving serving, Context context) {
            this(serving, context, WorkShape.PLAIN);
        }

        @Override
        public List<Serving> servings() {
            return List.of(serving);
        }

        @Override
        public Work with(UnaryOperator<Serving> change) {
            return new SingleUser(change.apply(serving), context, shape);
        }
    }

    /** A foreground chat beside a background stream. */
    record Neighbours(Serving foreground, Serving background, Context context) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of(foreground, background);
        }

        @Override
        public Work with(UnaryOperator<Serving> change) {
            return new Neighbours(change.apply(foreground), change.apply(background), context);
        }
    }

    /** A foreground chat beside a vector database. */
    record VectorSearch(Serving foreground, DatabaseSpec database, Context context, Retrieval retrieval)
            implements Work {
        @Override
        public List<Serving> servings() {
            return List.of(foreground);
        }

        @Override
        public Work with(UnaryOperator<Serving> change) {
            return new VectorSearch(change.apply(foreground), database, context, retrieval);
        }
    }

    /** One model gives way to another, and comes back. */
    record Swap(Serving unload, Serving load, SwapStrategy strategy) implements Work {

        /** A swap by stop and start. */
        public Swap(Serving unload, Serving load) {
            this(unload, load, SwapStrategy.RESTART);
        }

        @Override
        public List<Serving> servings() {
            return strategy == SwapStrategy.RESIDENT ? involved() : List.of(unload);
        }

        @Override
        public List<Serving> involved() {
            return List.of(unload, load);
        }

        @Override
        public Work with(UnaryOperator<Serving> change) {
            return new Swap(change.apply(unload), change.apply(load), strategy);
        }
    }

    /** Which weight formats an engine accepts. */
    record FormatSupport(EngineSpec engine, List<String> formats) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of();
        }

        @Override
        public List<EngineSpec> engines() {
            return List.of(engine);
        }

        @Override
        public Work with(UnaryOperator<Serving> change) {
            return this;
        }
    }
}
