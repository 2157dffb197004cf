import { Box } from '@mui/material';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { textOf } from './pdf-pages';

interface PdfPageProps {
  page: PDFPageProxy;
  width: number;
  label: string;
}

/** Letters set at print size crowd when they are drawn on few pixels: at least two for each of the screen's. */
const sharpness = () => Math.max(2, Math.min(window.devicePixelRatio, 3));

/** One sheet, drawn as sharp as the screen is; its text is there for who does not look. */
export function PdfPage({ page, width, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const natural = page.getViewport({ scale: 1 });
  const height = Math.round((width * natural.height) / natural.width);

  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const scale = (width / natural.width) * sharpness();
    const task = page.render({ canvas: canvas.current, viewport: page.getViewport({ scale }) });
    task.promise.catch(() => undefined);
    return () => task.cancel();
  }, [page, width, natural.width]);

  useEffect(() => {
    let current = true;
    void textOf(page).then((found) => current && setText(found));
    return () => {
      current = false;
    };
  }, [page]);

  const viewport = page.getViewport({
    scale: sharpness() * (width / natural.width),
  });
  return (
    <Box
      component="figure"
      aria-label={label}
      sx={{ margin: 0, width, height, backgroundColor: '#fff', boxShadow: 1 }}
    >
      <canvas
        ref={canvas}
        width={Math.floor(viewport.width)}
        height={Math.floor(viewport.height)}
        aria-hidden
        style={{ display: 'block', width, height }}
      />
      <Box
        component="figcaption"
        data-testid="pdf-text"
        sx={{
          position: 'absolute',
          width: 1,
          height: 1,
          overflow: 'hidden',
          clipPath: 'inset(50%)',
          whiteSpace: 'pre',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
