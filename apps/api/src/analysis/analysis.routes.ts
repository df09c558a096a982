import { analysisSheet, complaintAnalysis } from '@app/analysis';
import { renderCsv, renderXlsx } from '@app/files';
import type { FastifyInstance } from 'fastify';
import type { HttpDoor } from '../door/http-operation.js';
import { serveDocument } from '../door/serve-document.js';

const renderers = { csv: renderCsv, xlsx: renderXlsx };

/** Answers the whole analysis of a period as a sheet, a line for each figure: `GET /complaint-analysis/2026-10.csv`, `.xlsx`. */
export function addAnalysisRoutes(server: FastifyInstance, door: HttpDoor): void {
  for (const [ending, render] of Object.entries(renderers)) {
    serveDocument(server, door, `/complaint-analysis/:period.${ending}`, 'analysis.read', async (tx, { period = '' }, { language }) => ({
      rendered: await render(await analysisSheet(tx, await complaintAnalysis(tx, period), language)), name: `complaint-analysis-${period}.${ending}`,
    }));
  }
}
