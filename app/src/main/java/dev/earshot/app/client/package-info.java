/** People as the HTTP API sees them. The demo and the end-to-end tests know the platform through this and nothing else. */
package dev.earshot.app.client;
