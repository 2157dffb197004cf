import { useTranslate } from 'react-admin';

const VELOCITY = /^velocity\.(\w+)\.(\w+)\.(\w+)$/;

/** What a rule or a reason read, in plain words: `velocity.device.h1.purchases` → "purchases on this device, last hour". */
export function useFactText() {
  const translate = useTranslate();
  return (name: string): string => {
    const [, entity, window, measure] = VELOCITY.exec(name) ?? [];
    if (entity && window && measure) {
      return translate('velocity', {
        entity: translate(`velocity_entity.${entity}`, { _: entity }),
        window: translate(`velocity_window.${window}`, { _: window }),
        measure: translate(`velocity_measure.${measure}`, { _: measure }),
      });
    }
    return translate(`${name.includes('.') ? 'fact' : 'value'}.${name}`, { _: name });
  };
}
