// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace hookworks {

/// Who asks one question after the other and wants only the newest answered: a list whose filter is typed.
/// Copies are the same one. Thread-safe.
class Asker
{
public:
    /// Nobody in particular: its questions are never superseded.
    Asker() = default;
    static Asker make();

    /// What it asked is not wanted any more, and ends at once, with Interrupted.
    void supersede();
    bool isSuperseded() const;

    /// While a question of it is being answered: superseding it calls `interrupt`, from any thread.
    class Answering
    {
    public:
        Answering(const Asker& asker, std::function<void()> interrupt);
        ~Answering();
        Answering(const Answering&) = delete;
        Answering& operator=(const Answering&) = delete;

    private:
        const Asker& m_asker;
    };

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace hookworks
