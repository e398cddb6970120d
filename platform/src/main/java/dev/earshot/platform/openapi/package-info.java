/** The published contract of the HTTP API, made from the controllers and the same at every start. */
package dev.earshot.platform.openapi;
