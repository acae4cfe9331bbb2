// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capture_sink.h"

namespace hookworks {

class Completions;
class Store;

/// The listeners' sink in the store. Lives on the io thread, as `completions` does; both outlive what was
/// asked for, see Session's end.
class StoreSink final : public CaptureSink
{
public:
    StoreSink(Store& store, Completions& completions);

    void commit(Capture capture, const QList<RuleStep>& steps, Done done) override;
    std::unique_ptr<CaptureBody> beginBody() override;
    void commit(Capture capture, const QList<RuleStep>& steps, std::unique_ptr<CaptureBody> body,
                std::unique_ptr<CaptureBody> wire, Done done) override;
    void ruleProgress(ListenerId listener, QList<RuleProgress> progress) override;
    void readBody(CaptureId id, qint64 offset, qint64 length,
                  std::function<void(const Result<QByteArray>&)> done) override;
    void answered(QList<CaptureAnswered> answers) override;

private:
    static QList<RuleStep> keptSteps(ListenerId listener, const QList<RuleStep>& steps);

    Store* m_store;
    Completions* m_completions;
};

} // namespace hookworks
