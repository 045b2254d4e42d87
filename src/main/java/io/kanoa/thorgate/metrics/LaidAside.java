package io.kanoa.thorgate.metrics;

import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** An immutable list that lies in a {@link RawStore} and is read when somebody looks into it, as a whole. */
final class LaidAside<T> extends AbstractList<T> {

    private final RawStore store;
    private final RawStore.Place place;
    private final RawStore.Reader<List<T>> reader;
    private final int size;
    private WeakReference<List<T>> seen = new WeakReference<>(null);

    LaidAside(RawStore store, RawStore.Place place, RawStore.Reader<List<T>> reader, int size) {
        this.store = store;
        this.place = place;
        this.reader = reader;
        this.size = size;
    }

    /** Itself if it lies aside, else a copy that nobody can change. */
    static <T> List<T> orCopy(List<T> list) {
        return list instanceof LaidAside ? list : List.copyOf(list);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public T get(int index) {
        return list().get(index);
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    @Override
    public Spliterator<T> spliterator() {
        return list().spliterator();
    }

    /** Whoever walks through the list holds what was read; it goes with the last of them. */
    private synchronized List<T> list() {
        @Nullable List<T> present = seen.get();
        if (present == null) {
            present = store.get(place, reader);
            seen = new WeakReference<>(present);
        }
        return present;
    }
}
