// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/store_sink.h"

#include "store/completions.h"
#include "store/store.h"

#include <array>

namespace hookworks {

namespace {

/// A body in the store's hands. What is known of it is known to the writer thread alone, which runs its
/// changes in order: after a piece that could not be stored no other is, and no capture takes the body.
class StoredCaptureBody final : public CaptureBody
{
public:
    StoredCaptureBody(Store& store, Completions& completions)
        : m_store(&store)
        , m_completions(&completions)
    {
        write([](Writer& writer, State& state) {
            return writer.beginBody().map([&](BodyId made) { state.id = made; });
        });
    }
    ~StoredCaptureBody() override
    {
        if (m_taken)
            return;
        m_store->writeSometime([state = m_state](Writer& writer) {
            return state->id ? writer.dropBody(state->id) : Result<void>();
        });
    }
    StoredCaptureBody(const StoredCaptureBody&) = delete;
    StoredCaptureBody& operator=(const StoredCaptureBody&) = delete;

    void append(QByteArray piece, std::function<void(const Result<void>&)> done) override
    {
        write([piece = std::move(piece)](Writer& writer,
                                         State& state) { return writer.appendBody(state.id, piece); },
              [completions = m_completions, done = std::move(done)](const Result<void>& stored) {
                  completions->add([done, stored] { done(stored); });
              });
    }

    void read(qint64 most, std::function<void(const Result<QByteArray>&)> done) override
    {
        const auto bytes = std::make_shared<QByteArray>();
        write(
            [bytes, most](Writer& writer, State& state) {
                return writer.bodySoFar(state.id, most).map([&](QByteArray&& read) {
                    *bytes = std::move(read);
                });
            },
            [completions = m_completions, bytes, done = std::move(done)](const Result<void>& stored) {
                completions->add([done, result = stored.map([&] { return *bytes; })] { done(result); });
            });
    }

    BodyId id() const { return m_state->id; }
    const Result<void>& whole() const { return m_state->whole; }
    /// A capture has it from now on.
    void take() { m_taken = true; }

private:
    struct State
    {
        BodyId id;
        Result<void> whole; ///< or why a piece is missing
    };

    /// Where nothing is missing yet. What fails is noted at once, for the changes of the same group, and when
    /// the group could not be committed.
    void write(
        std::function<Result<void>(Writer&, State&)> change,
        std::function<void(const Result<void>&)> done = [](const Result<void>&) {})
    {
        m_store->write(
            [state = m_state, change = std::move(change)](Writer& writer) {
                if (state->whole)
                    state->whole = change(writer, *state);
                return state->whole;
            },
            [state = m_state, done = std::move(done)](const Result<void>& stored) {
                if (!stored)
                    state->whole = stored;
                done(stored);
            });
    }

    Store* m_store;
    Completions* m_completions;
    std::shared_ptr<State> m_state = std::make_shared<State>();
    bool m_taken = false;
};

/// Bodies on their way into a capture; on the writer thread from the commit on. Dropped where it failed.
class CaptureBodies
{
public:
    CaptureBodies(std::unique_ptr<CaptureBody> body, std::unique_ptr<CaptureBody> wire)
        : m_body(std::move(body))
        , m_wire(std::move(wire))
    {
    }
    Result<CaptureId> addTo(Writer& writer, const Capture& capture)
    {
        for (const StoredCaptureBody* body : both()) {
            if (body && !body->whole())
                return tl::unexpected(body->whole().error());
        }
        return writer.addCapture(capture, idOf(both()[0]), idOf(both()[1]));
    }
    /// Once the capture is on the disk.
    void take()
    {
        for (StoredCaptureBody* const body : both()) {
            if (body)
                body->take();
        }
    }

private:
    std::array<StoredCaptureBody*, 2> both() const
    {
        return {static_cast<StoredCaptureBody*>(m_body.get()), static_cast<StoredCaptureBody*>(m_wire.get())};
    }
    static BodyId idOf(const StoredCaptureBody* body) { return body ? body->id() : BodyId(); }

    std::unique_ptr<CaptureBody> m_body, m_wire;
};

/// A capture on its way. The writer thread has it until its group is committed; made and taken down on the io
/// thread, which so gets back the memory that it gave.
struct PendingCapture
{
    Capture capture;
    QList<RuleStep> steps;
    std::unique_ptr<CaptureBodies> bodies; ///< null: they are in the capture
    CaptureSink::Done done;
    Result<CaptureId> result = CaptureId();

    Result<void> addTo(Writer& writer)
    {
        result = bodies ? bodies->addTo(writer, capture) : writer.addCapture(capture);
        return result.map([&](CaptureId) { writer.rulesStepped(capture.listener, steps); });
    }
    /// On the writer thread, to which bodies belong.
    void committed(const Result<void>& group)
    {
        if (!group)
            result = tl::unexpected(group.error());
        else if (bodies)
            bodies->take();
        bodies.reset();
    }
};

void put(Store& store, Completions& completions, PendingCapture capture)
{
    auto pending = std::make_shared<PendingCapture>(std::move(capture));
    PendingCapture* const there = pending.get(); // as long as it is not answered
    store.write([there](Writer& writer) { return there->addTo(writer); },
                [&completions, pending = std::move(pending)](const Result<void>& group) mutable {
                    pending->committed(group);
                    completions.add([pending = std::move(pending)] { pending->done(pending->result); });
                });
}

} // namespace

StoreSink::StoreSink(Store& store, Completions& completions)
    : m_store(&store)
    , m_completions(&completions)
{
}

/// What a command's own listener comes to is not kept: it begins anew each time.
QList<RuleStep> StoreSink::keptSteps(ListenerId listener, const QList<RuleStep>& steps)
{
    return listener.number > 0 ? steps : QList<RuleStep>();
}

void StoreSink::commit(Capture capture, const QList<RuleStep>& steps, Done done)
{
    QList<RuleStep> kept = keptSteps(capture.listener, steps);
    put(*m_store, *m_completions, {std::move(capture), std::move(kept), nullptr, std::move(done)});
}

void StoreSink::ruleProgress(ListenerId listener, QList<RuleProgress> progress)
{
    if (!listener)
        return;
    m_store->write([listener, progress = std::move(progress)](
                       Writer& writer) { return writer.setRuleProgress(listener, progress); },
                   [](const Result<void>&) {});
}

std::unique_ptr<CaptureBody> StoreSink::beginBody()
{
    return std::make_unique<StoredCaptureBody>(*m_store, *m_completions);
}

void StoreSink::commit(Capture capture, const QList<RuleStep>& steps, std::unique_ptr<CaptureBody> body,
                       std::unique_ptr<CaptureBody> wire, Done done)
{
    QList<RuleStep> kept = keptSteps(capture.listener, steps);
    put(*m_store, *m_completions,
        {std::move(capture), std::move(kept),
         std::make_unique<CaptureBodies>(std::move(body), std::move(wire)), std::move(done)});
}

void StoreSink::readBody(CaptureId id, qint64 offset, qint64 length,
                         std::function<void(const Result<QByteArray>&)> done)
{
    m_store->readUrgently(
        [id, offset, length](Reader& reader) {
            return reader.captureBytes(id, BodyForm::Decoded, offset, length);
        },
        [completions = m_completions, done = std::move(done)](const Result<QByteArray>& part) {
            completions->add([done, part] { done(part); });
        });
}

void StoreSink::answered(QList<CaptureAnswered> answers)
{
    m_store->write(
        [answers = std::move(answers)](Writer& writer) -> Result<void> {
            for (const CaptureAnswered& answer : answers) {
                const auto noted = writer.captureAnswered(
                    answer.id,
                    {answer.responseStatus, answer.response, answer.fault, answer.timings, answer.forwardedTo,
                     answer.forwardError, answer.forwarding, answer.responseSent, answer.problem});
                // a capture may have been removed meanwhile: nothing to tell then
                if (!noted && noted.error().code != ErrorCode::NotFound)
                    return noted;
            }
            return {};
        },
        [](const Result<void>&) {});
}

} // namespace hookworks
