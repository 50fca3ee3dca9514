// First of all.
import './node/inlining.ts';
import './node/memory.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/connection.ts';
import { nodePlatform } from './node/platform.ts';

// The language server: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
serve(createConnection(ProposedFeatures.all), nodePlatform(__dirname));
