// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capture_sink.h"

#include <QCoreApplication>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace hookworks {

/// A capture sink that keeps everything in memory, joins streamed bodies, and fails while `failure` is set.
class MemorySink final : public QObject, public CaptureSink
{
public:
    void commit(Capture capture, const QList<RuleStep>& steps, Done done) override
    {
        store(std::move(capture), steps, std::move(done));
    }
    std::unique_ptr<CaptureBody> beginBody() override
    {
        ++streams;
        return std::make_unique<Body>(*this);
    }
    void commit(Capture capture, const QList<RuleStep>& steps, std::unique_ptr<CaptureBody> body,
                std::unique_ptr<CaptureBody> wire, Done done) override
    {
        capture.body = static_cast<Body&>(*body).bytes;
        if (wire)
            capture.wireBody = static_cast<Body&>(*wire).bytes;
        store(std::move(capture), steps, std::move(done));
    }
    void ruleProgress(ListenerId /*listener*/, QList<RuleProgress> progress) override
    {
        rules = std::move(progress);
    }
    void readBody(CaptureId id, qint64 offset, qint64 length,
                  std::function<void(const Result<QByteArray>&)> done) override
    {
        const QByteArray part = captures.at(id.number - 1).body.mid(offset, length);
        QTimer::singleShot(0, this, [part, done = std::move(done)] { done(part); });
    }
    void answered(QList<CaptureAnswered> answers) override { all << answers; }

    QList<Capture> captures;
    QList<CaptureAnswered> all;
    QList<RuleProgress> rules; ///< what is kept of them
    std::optional<Error> failure;
    int streams = 0;
    int reads = 0;                      ///< of bodies that were not committed yet
    std::chrono::milliseconds pause{0}; ///< before a commit, or a read of such a body, is answered

private:
    struct Body final : CaptureBody
    {
        explicit Body(MemorySink& owner)
            : sink(owner)
        {
        }
        void append(QByteArray piece, std::function<void(const Result<void>&)> done) override
        {
            bytes += piece;
            QTimer::singleShot(0, qApp, [done = std::move(done)] { done({}); });
        }
        void read(qint64 most, std::function<void(const Result<QByteArray>&)> done) override
        {
            ++sink.reads;
            QTimer::singleShot(sink.pause, qApp,
                               [part = bytes.left(most), done = std::move(done)] { done(part); });
        }
        MemorySink& sink;
        QByteArray bytes;
    };

    void store(Capture capture, const QList<RuleStep>& steps, Done done)
    {
        QTimer::singleShot(pause, this,
                           [this, capture = std::move(capture), steps, done = std::move(done)]() mutable {
                               if (failure) {
                                   done(tl::unexpected<Error>(*failure));
                                   return;
                               }
                               capture.id = CaptureId{captures.size() + 1};
                               captures << capture;
                               for (const RuleStep& step : steps) {
                                   rules.resize(std::max<qsizetype>(rules.size(), step.place + 1));
                                   rules[step.place] = step.progress;
                               }
                               done(capture.id);
                           });
    }
};

} // namespace hookworks
