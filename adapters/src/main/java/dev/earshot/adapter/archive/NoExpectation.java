package dev.earshot.adapter.archive;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends what is small at once, without asking first whether it may ({@code Expect: 100-continue}). Some stores do not know
 * that question, and with it the SDK does not try again when an idle connection turns out to be closed.
 */
final class NoExpectation implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest sent, ExecutionAttributes attributes) {
        return sent.httpRequest().copy(request -> request.removeHeader("Expect"));
    }
}
