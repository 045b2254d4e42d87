package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.lock.DeviceLock;
import io.kanoa.thorgate.device.preflight.CoolDown;
import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.JUnitException;

/** What the options say of how a run gets the device: alone, and cool. */
final class DeviceOptions {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);
    private static final Pattern WAIT = Pattern.compile("wait(?: ([1-9][0-9]{0,4}) ?(s|min))?");
    private static final Pattern COOL =
            Pattern.compile("([1-9][0-9]{0,2}(?:\\.[0-9])?) ?C(?:[ ,]+([1-9][0-9]{0,4}) ?(s|min))?");

    private final GateOptions options;

    DeviceOptions(GateOptions options) {
        this.options = options;
    }

    /**
     * Takes the lock on this machine.
     *
     * @param tell is told if another gate is waited for
     * @throws JUnitException if an option is wrong
     * @throws io.kanoa.thorgate.device.lock.DeviceBusyException if another gate has it
     */
    DeviceLock lock(Consumer<String> tell) {
        Path file = options.get(GateOptions.LOCK_FILE).map(Path::of).orElseGet(DeviceLock::usualFile);
        return DeviceLock.take(file, patience(), DeviceLock.thisProcess(), tell);
    }

    private Duration patience() {
        String choice = options.get(GateOptions.LOCK, "fail");
        if (choice.equals("fail")) {
            return Duration.ZERO;
        }
        Matcher wait = WAIT.matcher(choice);
        if (!wait.matches()) {
            throw new JUnitException(
                    "-Dgate." + GateOptions.LOCK + "=" + choice + ": write fail, wait, or e.g. \"wait 20 min\"");
        }
        return wait.group(1) == null ? LONGEST_WAIT : duration(wait.group(1), wait.group(2));
    }

    /**
     * How cool the machine has to be: as the option says, else the plan; empty where neither says.
     *
     * @throws JUnitException if the option is wrong
     */
    Optional<CoolDown> coolDown(DeviceSpec device) {
        Optional<CoolDown> ofPlan =
                Optional.ofNullable(device.startBelow()).map(limit -> CoolDown.below(limit.in(Unit.DEGREES_CELSIUS)));
        return options.get(GateOptions.COOL_DOWN).map(DeviceOptions::coolDown).or(() -> ofPlan);
    }

    private static CoolDown coolDown(String text) {
        Matcher parts = COOL.matcher(text);
        if (!parts.matches()) {
            throw new JUnitException("-Dgate." + GateOptions.COOL_DOWN + "=" + text
                    + ": write degrees Celsius, and how long to wait at most if ten minutes will not do, e.g. \"60 C\" or"
                    + " \"60 C 20 min\"");
        }
        CoolDown usual = CoolDown.below(Double.parseDouble(parts.group(1)));
        return parts.group(2) == null ? usual : new CoolDown(usual.celsius(), duration(parts.group(2), parts.group(3)));
    }

    /** The device with the temperature that was asked for. */
    static DeviceSpec with(DeviceSpec device, Optional<CoolDown> asked) {
        return asked.map(cool -> device.startingBelow(new Quantity(cool.celsius(), Unit.DEGREES_CELSIUS)))
                .orElse(device);
    }

    /** Of a number and its unit, {@code s} or {@code min}. */
    static Duration duration(String number, String unit) {
        long count = Long.parseLong(number);
        return unit.equals("s") ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
    }
}
