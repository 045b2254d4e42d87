package io.kanoa.thorgate.plan;

import java.util.List;

/** What a row does with which models. */
public sealed interface Work {

    /** The engines that must serve before the row's first request, in order. */
    List<Serving> servings();

    /** One model, one user. */
    record SingleUser(Serving serving, Context context) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of(serving);
        }
    }

    /** A foreground chat beside a background stream. */
    record Neighbours(Serving foreground, Serving background, Context context) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of(foreground, background);
        }
    }

    /** A foreground chat beside a vector database. */
    record VectorSearch(Serving foreground, String database, Context context) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of(foreground);
        }
    }

    /** One model unloaded, another loaded. */
    record Swap(Serving unload, Serving load) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of(unload);
        }
    }

    /** Which weight formats an engine accepts. */
    record FormatSupport(EngineSpec engine, List<String> formats) implements Work {
        @Override
        public List<Serving> servings() {
            return List.of();
        }
    }
}
