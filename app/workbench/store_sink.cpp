// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/store_sink.h"

#include "store/completions.h"
#include "store/store.h"

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
        m_store->write(
            [state = m_state](Writer& writer) {
                return state->id ? writer.dropBody(state->id) : Result<void>();
            },
            [](const Result<void>&) {});
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

/// Bodies on their way into a capture; on the writer thread from the commit on. Dropped where no capture
/// takes them.
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
        for (const auto& body : {m_body, m_wire}) {
            if (body && !static_cast<StoredCaptureBody&>(*body).whole())
                return tl::unexpected(static_cast<StoredCaptureBody&>(*body).whole().error());
        }
        auto added = writer.addCapture(capture, idOf(m_body), idOf(m_wire));
        for (const auto& body : {m_body, m_wire}) {
            if (added && body)
                static_cast<StoredCaptureBody&>(*body).take();
        }
        return added;
    }

private:
    static BodyId idOf(const std::shared_ptr<CaptureBody>& body)
    {
        return body ? static_cast<StoredCaptureBody&>(*body).id() : BodyId();
    }

    std::shared_ptr<CaptureBody> m_body, m_wire;
};

} // namespace

StoreSink::StoreSink(Store& store, Completions& completions)
    : m_store(&store)
    , m_completions(&completions)
{
}

template <class Add>
void StoreSink::add(Add add, Done done)
{
    const auto id = std::make_shared<CaptureId>();
    m_store->write(
        [add = std::move(add), id](Writer& writer) mutable {
            return add(writer).map([&](CaptureId added) { *id = added; });
        },
        [completions = m_completions, id, done = std::move(done)](const Result<void>& stored) {
            completions->add([done, id, result = stored.map([&] { return *id; })] { done(result); });
        });
}

void StoreSink::commit(Capture capture, Done done)
{
    add([capture = std::move(capture)](Writer& writer) { return writer.addCapture(capture); },
        std::move(done));
}

std::unique_ptr<CaptureBody> StoreSink::beginBody()
{
    return std::make_unique<StoredCaptureBody>(*m_store, *m_completions);
}

void StoreSink::commit(Capture capture, std::unique_ptr<CaptureBody> body, std::unique_ptr<CaptureBody> wire,
                       Done done)
{
    add([capture = std::move(capture), bodies = CaptureBodies(std::move(body), std::move(wire))](
            Writer& writer) mutable { return bodies.addTo(writer, capture); },
        std::move(done));
}

void StoreSink::readBody(CaptureId id, qint64 offset, qint64 length,
                         std::function<void(const Result<QByteArray>&)> done)
{
    m_store
        ->read([id, offset, length](Reader& reader) {
            return reader.captureBytes(id, BodyForm::Decoded, offset, length);
        })
        .then([completions = m_completions, done = std::move(done)](const Result<QByteArray>& part) {
            completions->add([done, part] { done(part); });
        });
}

void StoreSink::answered(QList<CaptureAnswered> answers)
{
    m_store->write(
        [answers = std::move(answers)](Writer& writer) -> Result<void> {
            for (const CaptureAnswered& answer : answers) {
                // a capture may have been removed meanwhile: nothing to tell then
                writer.captureAnswered(answer.id,
                                       {answer.responseStatus, answer.response, answer.fault, answer.timings,
                                        answer.forwardedTo, answer.forwardError, answer.forwarding});
            }
            return {};
        },
        [](const Result<void>&) {});
}

} // namespace hookworks
