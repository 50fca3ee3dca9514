-- Drives Neovim's own language client: the article's diagnostics, a hover, a code action; then texts that are edited.
-- Answers in seen.json; any fault ends Neovim with a code that is not 0.
local folder = vim.env.CLAIMLENS_FOLDER
local PATIENCE = 60000

local function fail(what)
  io.stderr:write(what .. '\n')
  vim.cmd('cquit 3')
end

local function wait(what, accept)
  if not vim.wait(PATIENCE, accept, 10) then fail('waited in vain for ' .. what) end
end

local function read(name)
  local file = assert(io.open(folder .. '/' .. name, 'rb'))
  local text = file:read('*a')
  file:close()
  return vim.json.decode(text)
end

local function main()
  vim.cmd('edit ' .. folder .. '/article.md')
  local ready = false
  local client = vim.lsp.start_client({
    name = 'claimlens',
    cmd = { vim.env.CLAIMLENS_NODE, vim.env.CLAIMLENS_SERVER, '--stdio' },
    root_dir = folder,
    init_options = { locale = 'en' },
    handlers = {
      ['window/logMessage'] = function(_, params)
        if params.message:find('egmenter') then ready = true end
      end,
    },
  })
  vim.lsp.buf_attach_client(0, client)
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)

  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
    local answer = answers and answers[client]
    if not answer or answer.error then fail(method .. ': ' .. vim.inspect(answers)) end
    return answer.result
  end

  local seen = { version = tostring(vim.version().major) .. '.' .. vim.version().minor .. '.' .. vim.version().patch, diagnostics = {}, actions = {}, edited = {} }
  local number
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(seen.diagnostics, { code = one.code, message = one.message, lnum = one.lnum, col = one.col })
    if one.message:find('100万人次') then number = one end
  end
  if not number then fail('no diagnostic of the number: ' .. vim.inspect(seen.diagnostics)) end

  vim.api.nvim_win_set_cursor(0, { number.lnum + 1, number.col })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  seen.hover = hover.contents.value

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = { number.user_data.lsp and vim.tbl_extend('force', { range = params.range, message = number.message, code = number.code, source = number.source }, {}) } }
  local chosen
  for _, action in ipairs(ask('textDocument/codeAction', params)) do
    table.insert(seen.actions, action.title)
    if not chosen and action.title:find('Ignore') and not action.title:find('reason') then chosen = action end
  end
  if not chosen then fail('nothing to ignore with: ' .. vim.inspect(seen.actions)) end
  if not chosen.edit then chosen = ask('codeAction/resolve', chosen) end
  vim.lsp.util.apply_workspace_edit(chosen.edit, 'utf-16')
  seen.applied = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

  -- A text that leaves the analysis in doubt asks for words, and with them for the segmenter: until it is there, answers are provisional.
  vim.cmd('edit! ' .. folder .. '/first.md')
  vim.lsp.buf_attach_client(0, client)
  wait('the segmenter', function() return ready end)

  for i, script in ipairs(read('scripts.json')) do
    vim.cmd('edit! ' .. folder .. '/edited' .. i .. '.md')
    vim.api.nvim_buf_set_lines(0, 0, -1, false, script.lines)
    vim.lsp.buf_attach_client(0, client)
    for _, edit in ipairs(script.edits) do
      local from = math.floor(edit.at * vim.api.nvim_buf_line_count(0))
      vim.api.nvim_buf_set_lines(0, from, math.min(from + edit.remove, vim.api.nvim_buf_line_count(0)), false, edit.insert)
    end
    -- Answered once the present text is checked: by then its diagnostics have come, too.
    vim.wait(200, function() return false end, 10)
    ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
    vim.lsp.buf_notify(0, 'textDocument/didSave', { textDocument = vim.lsp.util.make_text_document_params() })
    ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
    vim.wait(50, function() return false end, 10)
    local codes = {}
    for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(codes, one.code .. ':' .. one.lnum) end
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. (vim.bo.endofline and '\n' or '')
    table.insert(seen.edited, { text = text, codes = codes })
    vim.cmd('bwipeout!')
  end

  local file = assert(io.open(folder .. '/seen.json', 'wb'))
  file:write(vim.json.encode(seen))
  file:close()
  vim.cmd('qall!')
end

local fine, fault = xpcall(main, debug.traceback)
if not fine then fail(fault) end
