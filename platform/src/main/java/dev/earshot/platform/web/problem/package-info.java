/** How a no looks over HTTP: problem+json (RFC 9457) with a code that never changes. */
package dev.earshot.platform.web.problem;
