package io.kanoa.thorgate.engine.embedded;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** The place of the one model: empty while it is being loaded, then taken by one answer at a time, in order. */
final class ModelSlot {

    private final AtomicReference<Llama> model = new AtomicReference<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Something that needs the model to itself. */
    @FunctionalInterface
    interface Use {
        void with(Llama model) throws IOException;
    }

    void fill(Llama loaded) {
        model.set(loaded);
    }

    /** The model, for what several may do at once; a 503 while it is being loaded. */
    Llama model() {
        return Optional.ofNullable(model.get()).orElseThrow(ApiError::loading);
    }

    void use(Use use) throws IOException {
        Llama loaded = model();
        turn.lock();
        try {
            use.with(loaded);
        } finally {
            turn.unlock();
        }
    }
}
