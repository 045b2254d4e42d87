package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.SleepingEngine;

/** A sleep that is only written down. */
final class ScriptedSleep implements SleepingEngine {

    private final String model;
    private boolean asleep;

    ScriptedSleep(String model) {
        this.model = model;
    }

    @Override
    public long sleep(int level) {
        Journal.add("sleep " + level + " " + model);
        asleep = true;
        return 1;
    }

    @Override
    public Wake wake() {
        Journal.add("wake " + model);
        asleep = false;
        return new Wake(2, 3);
    }

    @Override
    public boolean isAsleep() {
        return asleep;
    }
}
