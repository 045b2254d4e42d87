package io.kanoa.thorgate.engine.launch.custodian;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs programs on request and ends them on request, when its input ends, when its owner is gone, or when it is asked to end
 * itself. Requests come on standard input, events go to standard output, its log to standard error.
 */
public final class Custodian {

    private final DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    private final WardBook book;
    private final Wards wards;

    private Custodian(WardBook book) {
        this.book = book;
        this.wards = new Wards(book, this::tell);
    }

    /** @param arguments the {@link Owner}, and the folder for the book of what runs */
    public static void main(String[] arguments) {
        Owner owner = Owner.parse(arguments[0]).orElseThrow();
        System.setOut(System.err);
        new Custodian(new WardBook(Path.of(arguments[1]))).serve(owner);
    }

    private void serve(Owner owner) {
        Runtime.getRuntime().addShutdownHook(new Thread(wards::endAll, "end-all"));
        OwnerWatch.start(owner.process(), this::endEverything);
        AbandonedProcesses.end(owner, book);
        tell(new Event.Ready());
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                obey(Request.read(in));
            }
        } catch (IOException e) {
            // The owner is gone, or does not need us any more.
            endEverything();
        }
    }

    private void obey(Request request) {
        if (request instanceof Request.Start start) {
            wards.start(start.order());
        } else if (request instanceof Request.End end) {
            wards.end(end.id());
        }
    }

    private void endEverything() {
        try {
            wards.endAll();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private synchronized void tell(Event event) {
        try {
            event.write(out);
            out.flush();
        } catch (IOException e) {
            // Nobody listens any more. The end of the input says what to do then.
            return;
        }
    }
}
