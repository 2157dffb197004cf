import { Box } from '@mui/material';
import { create } from 'qrcode';

const QUIET_ZONE = 4;

/** A QR code as one SVG path, so that no image has to be loaded; always dark on white, or cameras cannot read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + QUIET_ZONE * 2;
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{
        width: 184,
        height: 184,
        backgroundColor: '#fff',
        borderRadius: '8px',
        border: '1px solid var(--border)',
      }}
    >
      <path d={path} fill="#000" />
    </Box>
  );
}
