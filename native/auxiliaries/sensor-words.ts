import type { SensorStates } from '../../contract/auxiliaries.ts';
import type { InputConfig, SensorsConfig } from '../../contract/device-config/auxiliaries.ts';

/** Whether an input says 1, its wiring taken into account; undefined: not known. */
export type ReadInput = (input: InputConfig) => boolean | undefined;

/** Inputs → XFS4IoT's words. Pure. */
export function sensorStates(sensors: SensorsConfig, read: ReadInput): SensorStates {
  const { proximitySensor, cabinetDoor, tamperSensor, operatorSwitch } = sensors;
  return {
    ...(proximitySensor && { proximitySensor: word(read(proximitySensor), 'present', 'notPresent') }),
    ...(cabinetDoor && { cabinetDoor: doorWord(cabinetDoor, read) }),
    ...(tamperSensor && { tamperSensor: word(read(tamperSensor), 'on', 'off') }),
    ...(operatorSwitch && { operatorSwitch: switchWord(operatorSwitch, read) }),
  };
}

/** All inputs that the sensors use. */
export function inputsOf({ cabinetDoor, operatorSwitch, proximitySensor, tamperSensor }: SensorsConfig): InputConfig[] {
  const all = [
    proximitySensor,
    cabinetDoor,
    cabinetDoor?.tampered,
    tamperSensor,
    operatorSwitch?.maintenance,
    operatorSwitch?.supervisor,
  ];
  return all.filter((input) => input !== undefined);
}

function word<On extends string, Off extends string>(bit: boolean | undefined, on: On, off: Off): On | Off | 'unknown' {
  if (bit === undefined) return 'unknown';
  return bit ? on : off;
}

function doorWord(
  door: NonNullable<SensorsConfig['cabinetDoor']>,
  read: ReadInput,
): NonNullable<SensorStates['cabinetDoor']> {
  return door.tampered && read(door.tampered) ? 'tampered' : word(read(door), 'closed', 'open');
}

/** Both places at once: the one that may do more, so that nobody is locked out by a stuck contact. */
function switchWord(
  { maintenance, supervisor }: NonNullable<SensorsConfig['operatorSwitch']>,
  read: ReadInput,
): NonNullable<SensorStates['operatorSwitch']> {
  const places = [supervisor && read(supervisor), maintenance && read(maintenance)];
  if (places[0]) return 'supervisor';
  if (places[1]) return 'maintenance';
  return (supervisor && places[0] === undefined) || (maintenance && places[1] === undefined) ? 'unknown' : 'run';
}
