/** How a person is erased: at once what must not outlive the decision, then step by step until nothing is left. */
package dev.earshot.platform.erasure;
